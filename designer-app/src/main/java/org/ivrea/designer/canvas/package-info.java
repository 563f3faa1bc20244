/// The canvas: a flow as boxes and edges that people move, wire and edit.
@NullMarked
package org.ivrea.designer.canvas;

import org.jspecify.annotations.NullMarked;
