/// The flows of a store as calls run through them.
@NullMarked
package org.ivrea.server.run;

import org.jspecify.annotations.NullMarked;
