/// Measurements of the engine; `runtime/benchmarks/run` makes and prints them, docs/benchmarks.md keeps them.
@NullMarked
package org.ivrea.benchmarks;

import org.jspecify.annotations.NullMarked;
