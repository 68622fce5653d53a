package spine.common.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * A style sheet or a script that stands inside a page.
 *
 * @param text without anything that ends its element
 * @param source what the policy of the page calls it by: a browser takes this text and no other (Content Security Policy, hash-source)
 */
public record PageAsset(String text, String source) {

    /** @param name of a resource beside {@code place} */
    public static PageAsset of(Class<?> place, String name) {
        try (InputStream in = place.getResourceAsStream(name)) {
            return of(new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static PageAsset of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new PageAsset(text, "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        } catch (NoSuchAlgorithmException inEveryJava) {
            throw new IllegalStateException(inEveryJava);
        }
    }

    /** Both as one, this one first. */
    public PageAsset with(PageAsset next) {
        return of(text + next.text);
    }

    /** The script of {@code report.html}, {@code report.js}: for who writes the page, and for who lets browsers run it. */
    public static PageAsset reportScript() {
        return of(PageAsset.class, "report.js");
    }
}
