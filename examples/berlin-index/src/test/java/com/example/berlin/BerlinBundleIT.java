package com.example.berlin;

import spine.tck.BundleContract;

class BerlinBundleIT extends BundleContract {
}
