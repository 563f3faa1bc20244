/// What people do with mouse and keys on the canvas. Each gesture is one small object that begins, goes on and ends by
/// itself; only its end edits the flow.
@NullMarked
package org.ivrea.designer.canvas.gesture;

import org.jspecify.annotations.NullMarked;
