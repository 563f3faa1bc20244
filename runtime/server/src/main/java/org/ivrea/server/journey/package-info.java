/// What became of each call: written down beside the calls, kept for a while, read again.
@NullMarked
package org.ivrea.server.journey;

import org.jspecify.annotations.NullMarked;
