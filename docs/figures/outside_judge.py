#!/usr/bin/python3
"""Judges generated Fashion-MNIST images outside of Gan4J: precision, recall (k = 3) and Frechet distance in PCA-50.

    scripts/data/fetch-fashion-mnist
    ./gan sample RUN --count 1000 --out samples.npy
    docs/figures/outside_judge.py data/fashion-mnist samples.npy

The PCA is fitted on the first 20,000 training images; the reference is 1,000 of the others. Needs scikit-learn and SciPy.
"""
import gzip, sys, numpy as np
from sklearn.decomposition import PCA
from scipy import linalg
def idx(p):
    with gzip.open(p,'rb') as f: d=f.read()
    return np.frombuffer(d,np.uint8,offset=16).reshape(-1,784)
def radii(a,k=3):
    d=((a[:,None]-a[None])**2).sum(-1) if len(a)<200 else np.maximum((a**2).sum(1)[:,None]+(a**2).sum(1)[None]-2*a@a.T,0)
    return np.sort(d,1)[:,k]
def inside(x,a,r):
    d=np.maximum((x**2).sum(1)[:,None]+(a**2).sum(1)[None]-2*x@a.T,0)
    return (d<=r[None]).any(1).mean()
def frechet(a,b):
    m=a.mean(0)-b.mean(0); ca=np.cov(a.T); cb=np.cov(b.T)
    return m@m+np.trace(ca+cb-2*np.real(linalg.sqrtm(ca@cb)))
data=sys.argv[1]
tr=idx(data+'/train-images-idx3-ubyte.gz').astype(np.float64)/255
pca=PCA(50,svd_solver='full').fit(tr[:20000])
ref=pca.transform(tr[30000:31000])
rows=[('real', tr[40000:41000])]
for p in sys.argv[2:]:
    s=np.load(p); rows.append((p,((s.reshape(len(s),-1).astype(np.float64)+1)/2)))
r=radii(ref)
for n,x in rows:
    x=pca.transform(x[:1000]); print('%-50s precision %.3f recall %.3f frechet %.2f'%(n,inside(x,ref,r),inside(ref,x,radii(x)),frechet(ref,x)),flush=True)
