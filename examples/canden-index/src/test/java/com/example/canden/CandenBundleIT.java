package com.example.canden;

import spine.tck.BundleContract;

class CandenBundleIT extends BundleContract {
}
