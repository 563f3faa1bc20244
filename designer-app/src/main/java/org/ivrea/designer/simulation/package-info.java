/// Calls to the flows that are being edited: the session with its clock, debugger and world, scripts and replays. Knows
/// nothing of windows.
@NullMarked
package org.ivrea.designer.simulation;

import org.jspecify.annotations.NullMarked;
