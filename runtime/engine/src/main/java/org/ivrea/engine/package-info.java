@NullMarked
package org.ivrea.engine;

import org.jspecify.annotations.NullMarked;
