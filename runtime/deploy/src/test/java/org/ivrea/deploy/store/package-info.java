@NullMarked
package org.ivrea.deploy.store;

import org.jspecify.annotations.NullMarked;
