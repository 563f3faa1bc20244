/// Calling a flow in the designer: the phone, the debugger's views, the world, tests and replays.
@NullMarked
package org.ivrea.designer.call;

import org.jspecify.annotations.NullMarked;
