/// The native interface `ivrea.h` as Java sees it: its functions, its records, and the thread that takes its events.
@NullMarked
package org.ivrea.freeswitch.bridge;

import org.jspecify.annotations.NullMarked;
