@NullMarked
package org.ivrea.server.token;

import org.jspecify.annotations.NullMarked;
