@NullMarked
package org.ivrea.server.journey;

import org.jspecify.annotations.NullMarked;
