/// Everything that happens in a call, as one stream of events.
@NullMarked
package org.ivrea.engine.trace;

import org.jspecify.annotations.NullMarked;
