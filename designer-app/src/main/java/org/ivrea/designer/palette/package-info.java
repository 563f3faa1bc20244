/// The palette: the node types that can be put on the canvas.
@NullMarked
package org.ivrea.designer.palette;

import org.jspecify.annotations.NullMarked;
