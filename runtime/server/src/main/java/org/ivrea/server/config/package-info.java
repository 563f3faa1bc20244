/// The server's configuration file.
@NullMarked
package org.ivrea.server.config;

import org.jspecify.annotations.NullMarked;
