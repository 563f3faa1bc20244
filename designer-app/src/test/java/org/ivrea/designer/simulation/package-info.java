@NullMarked
package org.ivrea.designer.simulation;

import org.jspecify.annotations.NullMarked;
