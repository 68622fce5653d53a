package spine.app.internal.attach.server;

/** Runs command lines for clients, each on a thread of its own. */
public interface ClientCommands {

    /** @return the exit code */
    int run(Client client);
}
