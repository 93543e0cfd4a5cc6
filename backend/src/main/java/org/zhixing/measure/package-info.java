/** Assets found, the measures on them and their ends (查控). */
@NullMarked
package org.zhixing.measure;

import org.jspecify.annotations.NullMarked;
