package spine.io.dimse.toolkit;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import spine.io.dimse.ListenerLimits;

/** How many associations there may be, in all and from one address. Safe for several threads. */
public final class Seats {
    private final ListenerLimits limits;
    private final Map<InetAddress, Integer> taken = new HashMap<>();
    private int all;

    public Seats(ListenerLimits limits) {
        this.limits = limits;
    }

    /** @return whether there was one left for this address; it is to be given back */
    public synchronized boolean take(InetAddress peer) {
        int ofPeer = taken.getOrDefault(peer, 0);
        if (all >= limits.associations() || ofPeer >= limits.associationsPerAddress()) {
            return false;
        }
        taken.put(peer, ofPeer + 1);
        all++;
        return true;
    }

    public synchronized void giveBack(InetAddress peer) {
        taken.computeIfPresent(peer, (address, count) -> count == 1 ? null : count - 1);
        all--;
    }

    public synchronized int taken() {
        return all;
    }
}
