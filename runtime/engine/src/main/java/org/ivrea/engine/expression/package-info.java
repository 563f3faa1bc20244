/// Values and the expressions (CEL) that compute them.
@NullMarked
package org.ivrea.engine.expression;

import org.jspecify.annotations.NullMarked;
