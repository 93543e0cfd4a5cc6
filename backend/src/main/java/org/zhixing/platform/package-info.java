/** 底座: problem mapping, paging, time source, ids and the one way to the database. No court words. */
@NullMarked
package org.zhixing.platform;

import org.jspecify.annotations.NullMarked;
