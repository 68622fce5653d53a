package com.example.canden;

/** Where at an endplate a lesion sits. */
enum Site {
    ANTERIOR_CORNER, POSTERIOR_CORNER, NON_CORNER;

    boolean corner() {
        return this != NON_CORNER;
    }
}
