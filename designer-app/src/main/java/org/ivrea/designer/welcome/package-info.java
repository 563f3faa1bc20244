/// The page that greets: samples, recent projects, new ones.
@NullMarked
package org.ivrea.designer.welcome;

import org.jspecify.annotations.NullMarked;
