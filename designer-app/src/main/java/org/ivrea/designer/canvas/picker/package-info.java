/// A list of node types to choose from by name.
@NullMarked
package org.ivrea.designer.canvas.picker;

import org.jspecify.annotations.NullMarked;
