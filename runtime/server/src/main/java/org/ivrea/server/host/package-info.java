/// A whole server, by itself or inside the switch.
@NullMarked
package org.ivrea.server.host;

import org.jspecify.annotations.NullMarked;
