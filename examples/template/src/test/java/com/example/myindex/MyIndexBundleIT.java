package com.example.myindex;

import spine.tck.BundleContract;

class MyIndexBundleIT extends BundleContract {
}
