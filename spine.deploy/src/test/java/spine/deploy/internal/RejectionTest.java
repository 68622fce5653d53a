package spine.deploy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A reason goes to terminals, logs and the audit, and quotes what a stranger wrote. Found by {@code .ci/fuzz}. */
class RejectionTest {

    @Test
    void whatIsQuotedOfAJarIsOneShortLineOfText() {
        assertEquals("It imports the package a\\u001b[2Jb, which is not accepted.",
                new Rejection("It imports the package a\u001b[2Jb, which is not accepted.").getMessage());
        assertEquals("invalid header field name: a\\u001fb (line 3).",
                new Rejection("invalid header field name: a\u001fb (line 3).").getMessage());
        assertEquals(2000, new Rejection("x".repeat(1 << 20)).getMessage().length());
    }
}
