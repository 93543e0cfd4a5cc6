package org.zhixing.platform.sheet;

import java.util.List;

/** A file that cannot be read; whoever knows what it should have been says so in words. */
public class SheetRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SheetFault fault;
    private final transient List<String> params;

    public SheetRefused(SheetFault fault, String... params) {
        super(fault + " " + List.of(params));
        this.fault = fault;
        this.params = List.of(params);
    }

    public SheetFault fault() {
        return fault;
    }

    public List<String> params() {
        return params;
    }
}
