/// The ways that edges take from exit to node, round the boxes between.
@NullMarked
package org.ivrea.designer.canvas.route;

import org.jspecify.annotations.NullMarked;
