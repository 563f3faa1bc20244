/// What is measured of the designer; see docs/benchmarks.md.
@NullMarked
package org.ivrea.designer.benchmarks;

import org.jspecify.annotations.NullMarked;
