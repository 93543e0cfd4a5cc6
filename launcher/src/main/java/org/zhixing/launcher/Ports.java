package org.zhixing.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Finds a taken port before anything is built or started on it. */
final class Ports {
    private Ports() {}

    /** @throws CannotStart naming the port and the setting that moves it; 0 means any and is always free */
    static void requireFree(int port, String wantedBy, String setting) {
        if (port != 0 && isTaken(port)) {
            throw new CannotStart("Port " + port + " for " + wantedBy
                    + " is in use: stop the program on it, or choose another port with " + setting + ".");
        }
    }

    private static boolean isTaken(int port) {
        if (answers(port)) {
            return true;
        }
        // Bound but not answering, e.g. by a program that is just starting; a port in TIME_WAIT counts as free.
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
