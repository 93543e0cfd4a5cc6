import { ref } from 'vue'

/** Turns true when the server no longer knows the session; the app then shows the sign-in page and keeps the URL. */
export const signedOut = ref(false)

export const noteStatus = (status: number) => {
  // 499 is the server's answer to a scripted request whose session has expired (no redirect to the login page).
  if (status === 401 || status === 499) signedOut.value = true
}

export const loginUrl = (to: string) => (to === '/' ? '/login' : `/login?to=${encodeURIComponent(to)}`)
