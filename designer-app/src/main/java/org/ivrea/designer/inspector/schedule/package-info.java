/// Editor of weekly hours.
@NullMarked
package org.ivrea.designer.inspector.schedule;

import org.jspecify.annotations.NullMarked;
