/// Requests to services, made for real: which hosts may be reached, over which checked address, for how long, and what
/// is taken back.
@NullMarked
package org.ivrea.engine.http;

import org.jspecify.annotations.NullMarked;
