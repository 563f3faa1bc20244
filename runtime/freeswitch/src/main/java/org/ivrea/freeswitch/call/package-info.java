/// Calls on the switch, as the engine sees them.
@NullMarked
package org.ivrea.freeswitch.call;

import org.jspecify.annotations.NullMarked;
