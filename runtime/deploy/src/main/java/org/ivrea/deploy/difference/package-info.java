/// What differs between two projects: as data, and in words.
@NullMarked
package org.ivrea.deploy.difference;

import org.jspecify.annotations.NullMarked;
