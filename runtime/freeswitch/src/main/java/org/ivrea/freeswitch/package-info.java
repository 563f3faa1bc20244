/// The runtime inside the switch: it takes calls from the native module and has flows answer them.
@NullMarked
package org.ivrea.freeswitch;

import org.jspecify.annotations.NullMarked;
