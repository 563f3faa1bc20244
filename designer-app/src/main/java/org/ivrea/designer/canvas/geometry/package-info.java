/// Rectangles, and finding those near a place.
@NullMarked
package org.ivrea.designer.canvas.geometry;

import org.jspecify.annotations.NullMarked;
