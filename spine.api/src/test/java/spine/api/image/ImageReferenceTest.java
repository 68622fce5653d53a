package spine.api.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ImageReferenceTest {

    @Test
    void identityIsReadAsItWasWritten() {
        ImageReference frame = new ImageReference("1.2.3", 14);
        assertEquals("1.2.3#14", frame.identity());
        assertEquals(frame, ImageReference.of("1.2.3#14"));
        assertTrue(frame.isFrame());
        ImageReference whole = new ImageReference("1.2.3", 0);
        assertEquals("1.2.3", whole.identity());
        assertEquals(whole, ImageReference.of("1.2.3"));
        assertFalse(whole.isFrame());
    }

    @Test
    void whatIsNoReferenceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ImageReference.of("1.2#0"));
        assertThrows(IllegalArgumentException.class, () -> ImageReference.of("1.2#x"));
        assertThrows(IllegalArgumentException.class, () -> new ImageReference("1#2", 3));
        assertThrows(IllegalArgumentException.class, () -> new ImageReference("1", -1));
    }
}
