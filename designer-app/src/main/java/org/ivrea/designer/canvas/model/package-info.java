/// The boxes and edges of a flow as they stand on the canvas, and what is where.
@NullMarked
package org.ivrea.designer.canvas.model;

import org.jspecify.annotations.NullMarked;
