/// The whole server inside switches.
@NullMarked
package org.ivrea.server.inswitch;

import org.jspecify.annotations.NullMarked;
