/// Draws the graph: grid and edges on one canvas, boxes as scene-graph nodes where they can be read, and as shapes on
/// the canvas where they cannot. What is not visible costs nothing.
@NullMarked
package org.ivrea.designer.canvas.view;

import org.jspecify.annotations.NullMarked;
