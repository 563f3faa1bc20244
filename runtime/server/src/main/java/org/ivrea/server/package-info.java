@NullMarked
package org.ivrea.server;

import org.jspecify.annotations.NullMarked;
