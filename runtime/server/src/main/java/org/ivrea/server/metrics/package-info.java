/// The server's numbers, as Prometheus reads them.
@NullMarked
package org.ivrea.server.metrics;

import org.jspecify.annotations.NullMarked;
