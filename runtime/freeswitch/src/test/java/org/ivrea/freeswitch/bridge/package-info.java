@NullMarked
package org.ivrea.freeswitch.bridge;

import org.jspecify.annotations.NullMarked;
