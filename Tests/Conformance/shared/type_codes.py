# Every type code with its first value, and how the value shows itself.
from multiprocessing import RawValue, Value

for code in 'bBhHiIlLqQfdcu':
    v = Value(code)
    print(code, repr(v.value), v, RawValue(code))
# expect: b 0 <Synchronized wrapper for c_byte(0)> c_byte(0)
# expect: B 0 <Synchronized wrapper for c_ubyte(0)> c_ubyte(0)
# expect: h 0 <Synchronized wrapper for c_short(0)> c_short(0)
# expect: H 0 <Synchronized wrapper for c_ushort(0)> c_ushort(0)
# expect: i 0 <Synchronized wrapper for c_int(0)> c_int(0)
# expect: I 0 <Synchronized wrapper for c_uint(0)> c_uint(0)
# expect: l 0 <Synchronized wrapper for c_long(0)> c_long(0)
# expect: L 0 <Synchronized wrapper for c_ulong(0)> c_ulong(0)
# expect: q 0 <Synchronized wrapper for c_long(0)> c_long(0)
# expect: Q 0 <Synchronized wrapper for c_ulong(0)> c_ulong(0)
# expect: f 0.0 <Synchronized wrapper for c_float(0.0)> c_float(0.0)
# expect: d 0.0 <Synchronized wrapper for c_double(0.0)> c_double(0.0)
# expect: c b'\x00' <Synchronized wrapper for c_char(b'\x00')> c_char(b'\x00')
# expect: u '\x00' <Synchronized wrapper for c_wchar('\x00')> c_wchar('\x00')
