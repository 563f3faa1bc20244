@NullMarked
package org.ivrea.server.config;

import org.jspecify.annotations.NullMarked;
