package org.zhixing.notice.carrier;

/** The way itself is closed, whatever is sent on it: there is no sense in trying the next letter now. */
public class CarrierDown extends RuntimeException {
    public CarrierDown(String message) {
        super(message);
    }
}
