/// The node type that CONTRIBUTING.md explains.
@NullMarked
package org.ivrea.engine.example;

import org.jspecify.annotations.NullMarked;
