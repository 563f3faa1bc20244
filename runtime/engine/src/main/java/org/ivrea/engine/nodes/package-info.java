/// The node types, one file each. What several of them share is package-private and small.
@NullMarked
package org.ivrea.engine.nodes;

import org.jspecify.annotations.NullMarked;
