@NullMarked
package org.ivrea.freeswitch.call;

import org.jspecify.annotations.NullMarked;
