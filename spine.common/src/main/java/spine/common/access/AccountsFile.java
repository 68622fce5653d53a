package spine.common.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import spine.common.file.AtomicFile;
import spine.common.file.BoundedFile;
import spine.common.file.LockedFile;
import spine.common.install.HomePermissions;

/**
 * The file with everybody who may use the platform. It is replaced as a whole, by one process at a time, and only its owner may read it.
 * Safe for use by many threads and processes.
 */
public final class AccountsFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /** @param file need not exist */
    public AccountsFile(Path file) {
        this.file = file;
    }

    /** Makes what there is to what shall be. */
    @FunctionalInterface
    public interface Change<E extends Exception> {
        Accounts of(Accounts now) throws E;
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * As it is now; nobody if there is no file.
     *
     * @throws IOException with a sentence, if it cannot be read, is damaged, or can be read by others
     */
    public Accounts read() throws IOException {
        if (!exists()) {
            return Accounts.NONE;
        }
        Optional<String> exposed = HomePermissions.exposed(file);
        if (exposed.isPresent()) {
            throw new IOException(exposed.get());
        }
        try {
            JsonNode all = JSON.readTree(BoundedFile.read(file));
            if (!all.isObject()) {
                throw new IllegalArgumentException("no object");
            }
            List<Account> accounts = new ArrayList<>();
            for (JsonNode one : all.path("accounts")) {
                accounts.add(new Account(text(one, "name"), role(one), text(one, "password")));
            }
            List<ApiToken> tokens = new ArrayList<>();
            for (JsonNode one : all.path("tokens")) {
                tokens.add(new ApiToken(text(one, "id"), text(one, "name"), role(one), text(one, "secret"),
                        Instant.parse(text(one, "created")), Instant.parse(text(one, "expires"))));
            }
            return new Accounts(accounts, tokens);
        } catch (IllegalArgumentException | JacksonException | DateTimeException damaged) {
            throw new IOException(file + " is damaged; restore it, or delete it and add the users again.", damaged);
        }
    }

    /** Replaces it, while no other process changes it. */
    public <E extends Exception> void change(Change<E> change) throws IOException, E {
        Exception[] refused = new Exception[1];
        new LockedFile(file).locked(() -> {
            try {
                write(change.of(read()));
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                refused[0] = e;
            }
        });
        if (refused[0] != null) {
            @SuppressWarnings("unchecked")
            E refusal = (E) refused[0];
            throw refusal;
        }
    }

    private void write(Accounts accounts) throws IOException {
        ObjectNode all = JSON.createObjectNode();
        accounts.accounts().forEach(account -> all.withArray("accounts").addObject().put("name", account.name())
                .put("role", account.role().word()).put("password", account.password()));
        accounts.tokens().forEach(token -> all.withArray("tokens").addObject().put("id", token.id()).put("name", token.name())
                .put("role", token.role().word()).put("secret", token.secret()).put("created", token.created().toString())
                .put("expires", token.expires().toString()));
        byte[] content = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
        AtomicFile.replace(file, part -> {
            Files.createFile(part);
            HomePermissions.makePrivate(part);
            try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
        });
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("no " + name);
        }
        return value.textValue();
    }

    private static Role role(JsonNode node) {
        return Role.of(text(node, "role")).orElseThrow(() -> new IllegalArgumentException("no such role"));
    }
}
