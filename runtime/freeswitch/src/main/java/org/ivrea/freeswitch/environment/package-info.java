/// The server's side of symbolic names: what they stand for, and what flows may do.
@NullMarked
package org.ivrea.freeswitch.environment;

import org.jspecify.annotations.NullMarked;
